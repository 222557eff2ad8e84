"""The record on a screen: pages for the people who work with it, served to this machine or written as a static site.

An address comes in as `asked.Asked`; the page of that address (`pages/`, one a file) turns a `Sight` of the record into
a `Page`, a pure function; `rendering` writes the page as HTML, JSON or CSV. `app` answers over HTTP; `site` writes the
same pages into a folder. Nothing here is shown unescaped, and no page holds a script or style of its own.
"""
