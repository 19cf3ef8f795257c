"""Sends texts through Open Babel: jobs as JSON on standard input, the answers as JSON on standard output.

A job has "text", "from", "back" and, where the text is to pass through another format, "via"; an answer has "text", and
"via_text", or "error".
"""
import json
import sys

from openbabel import openbabel, pybel

openbabel.obErrorLog.SetOutputLevel(-1)


def convert(text, source, target):
    options = {}
    if target == "v3000":
        target, options = "sdf", {"3": None}
    molecule = pybel.readstring("sdf" if source == "v3000" else source, text)
    if source in ("smiles", "inchi"):
        molecule.addh()
    return molecule.write(target, opt=options)


answers = []
for job in json.load(sys.stdin):
    try:
        text = job["text"]
        answer = {}
        if job.get("via"):
            text = convert(text, job["from"], job["via"])
            answer["via_text"] = text
            answer["text"] = convert(text, job["via"], job["back"])
        else:
            answer["text"] = convert(text, job["from"], job["back"])
    except Exception as problem:
        answer = {"error": repr(problem)}
    answers.append(answer)
json.dump(answers, sys.stdout)
