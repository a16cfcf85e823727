"""What every layer speaks of. Standard library only; plain frozen data; enums here, their words in the window."""
