"""The same content made into a PDF by grantdesk and by others: one module for each of them, all with one `maker`.

The others live in an environment of their own under build/, of the versions in requirements.txt. What they are given
is plain data (bench.pdf.content writes it, `data.py` reads it), so that nothing of grantdesk is imported beside them.
"""
