"""Unsaved work, kept aside so that no crash takes it.

state/recovery/APPLICATION/PID-TOKEN/, a folder for each open document, holds `recovery.json` (the answers, and which
revision of which file they were made from), the call and the attachments by their SHA-256, and a sign of life.
"""
