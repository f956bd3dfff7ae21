"""Processes of our own for work on hostile bytes: extraction, indexes and pictures.

A worker that crashes, hangs or eats memory fails only the item it was at: it is
replaced, and the item gets an error. What a worker answers is data and is read as data: a parser
that was taken over can give a wrong article, but runs no code in the process that asked it.

pool      the processes, and how they are given work
serving   what runs inside one
answers   results and errors as bytes, and back
"""

from mirrorpress.workers.answers import Job, plain
from mirrorpress.workers.pool import Pool, Runner, Workers

__all__ = ["Job", "Pool", "Runner", "Workers", "plain"]
