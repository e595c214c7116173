"""What tests of several kinds use: requests, receivers, processes."""
