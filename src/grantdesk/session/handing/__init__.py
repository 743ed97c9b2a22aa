"""How an application is handed on: what is still to see to, the files that go along, the PDF."""
