"""The one error tree. A message names the file or value, says what was expected, and what to do about it."""


class OnrecordError(Exception):
    """Base of every error that a user can cause or mend; its text is a complete sentence for that user."""


class SourceError(OnrecordError):
    """A report source (file, folder, table) cannot be read; the other sources still are."""


class RecordError(OnrecordError):
    """The record's file cannot be opened, is no record, or cannot be written."""


class NewerRecordError(RecordError):
    """The record was written by a later version of onrecord than this one."""


class RefusedError(RecordError):
    """The database refuses what was to be written: a fault of onrecord, met by one of the reports."""


class BusyRecordError(RecordError):
    """Another process is writing to the record."""


class AddressError(OnrecordError):
    """An id names no entry of the record, or its beginning names several."""


class RulingError(OnrecordError):
    """What a person ruled cannot be kept: the entry cannot be ruled on so, or a value is none for its field."""


class VocabularyError(OnrecordError):
    """A vocabulary file, ours or the user's, is malformed or contradicts itself."""


class SettingsError(OnrecordError):
    """A setting has a value that cannot be used, or names a language pipeline that is not installed."""
