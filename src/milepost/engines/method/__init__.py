"""The pure part of a method: what a pack says, whether it is whole, what it asks of a project of a size, what two versions differ in."""
