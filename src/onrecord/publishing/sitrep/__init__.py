"""The situation report: built from entries and quotations alone, each line standing on the words it cites."""
