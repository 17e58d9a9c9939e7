"""What every layer may say: errors, ids, money, durations."""
