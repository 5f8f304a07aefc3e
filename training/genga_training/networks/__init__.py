"""The architectures, one a file; every file registers its family."""
