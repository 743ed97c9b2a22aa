"""The terms in which a call is written: strict models, one module a subject. They are what is packed and published."""
