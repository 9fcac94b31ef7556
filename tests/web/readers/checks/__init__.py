"""One module a kind of file. A check takes the site and a list of faults, adds to the list, and says what it read."""
