"""What money does over time: present value, internal rate, payback, benefit to cost."""
