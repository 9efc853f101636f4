"""The binary files of sport watches: their messages, and what measured."""
