# Why a file was not written.
save-is-folder = { $path } is a folder, not a file.
save-is-no-file = { $path } is not a plain file.
save-read-only = { $path } is read-only: it was not saved. Your scenario stays open; save it under another name, or change the permissions of the file.
save-no-folder = { $path } was not saved: its folder is not there, or not any more. Your scenario stays open; save it somewhere else, or bring the folder or drive back.
save-not-allowed = { $path } was not saved: you may not write there. Your scenario stays open; save it somewhere else, or change the permissions of the folder.
save-full = { $path } was not saved: the disk is full, or your share of it. Your scenario stays open and the file is as it was; make room, or save to another disk.
save-failed = { $path } was not saved: { $why }. Your scenario stays open; check that the disk or network drive is there, or save somewhere else.
save-not-answering = { $path } was not saved: its drive does not answer. Your scenario stays open; save it somewhere else, or wait until the drive is back.
save-again = Try again
