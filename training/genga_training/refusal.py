"""What cannot be done, in one sentence that says what, where and what to do."""


class Refused(Exception):
    """A checkpoint or a model that cannot be used. The message is one sentence."""
