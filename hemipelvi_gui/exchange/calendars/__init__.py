"""iCalendar files (RFC 5545) as far as planned training needs them.

`lines` checks a file line by line and keeps what is asked for, `recurrence` says when an event
comes again, `events` makes plain values of what the icalendar library read.
"""
