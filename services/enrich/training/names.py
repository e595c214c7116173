"""Train the names model: python -m training.names [--hold-out FILE] [--output DIRECTORY] [REPORTS ...].

Starts from the packaged pipeline's own recognizer, narrowed to the labels that are names, and goes on with
the marked reports of corpus/ and with folders of annotated reports. With --hold-out, the named file is left
out of the training and the figures are those on it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.pipeline import TrainablePipe
from spacy.scorer import PRFScore
from spacy.training import Example
from spacy.util import filter_spans
from thinc.api import Adam, fix_random_seed, warmup_linear

from newsroom_enrich.components.segment import segment
from newsroom_enrich.model import BASE, WEIGHTS, blank_recognizer, load
from training import marks
from training.annotated import marked_report
from training.reports import read_annotated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from training.marks import Marked

CORPUS = Path(__file__).parent / "corpus"
SEED = 20_240_521
NAMES = tuple(dict.fromkeys(marks.LABELS.values()))
LEARN_RATE = 0.001
DROPOUT = 0.2
BATCH = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, print the figures, and write the weights where asked."""
    options = _parse(arguments)
    fix_random_seed(SEED)
    corpus = {path.stem: marks.read(path) for path in sorted(CORPUS.glob("*.jsonl"))}
    if options.hold_out and options.hold_out not in corpus:
        sys.exit(f"There is no {options.hold_out}.jsonl in {CORPUS}: the files are {', '.join(corpus)}.")
    held_out = corpus.pop(options.hold_out, [])
    own = load()
    corpus["annotated"] = [marked_report(own, case) for case in read_annotated(options.reports)]
    nlp = load(BASE)
    training = [reference(nlp, report) for reports in corpus.values() for report in reports]
    testing = [reference(nlp, report) for report in held_out]
    before = figures(nlp, testing)
    narrow(nlp)
    started = time.process_time()
    train(nlp, training, options.epochs)
    _say(f"{len(training)} texts, {options.epochs} epochs, {time.process_time() - started:.0f} CPU seconds")
    if testing:
        _say(json.dumps({"held out": options.hold_out, "base": before, "trained": figures(nlp, testing)}))
    if options.output:
        _ner(nlp).to_disk(options.output, exclude=["vocab"])
    return 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hold-out", metavar="FILE", help="a file of the corpus, without .jsonl")
    parser.add_argument(
        "--output", type=Path, help=f"where to write the weights; the package reads {WEIGHTS}"
    )
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("reports", nargs="*", type=Path, help="folders of annotated reports")
    return parser.parse_args(arguments)


def train(nlp: Language, training: Sequence[Doc], epochs: int) -> None:
    """Go on from the weights of the packaged NER; the result is the average over all steps."""
    ner = _ner(nlp)
    references = list(training)
    steps = epochs * (len(references) // BATCH + 1)
    rates = warmup_linear(LEARN_RATE, steps // 20, steps)
    optimizer = Adam(rates, use_averages=True, grad_clip=1.0)  # type: ignore[arg-type]  # a schedule may stand here
    for epoch in range(epochs):
        random.shuffle(references)
        losses: dict[str, float] = {}
        for start in range(0, len(references), BATCH):
            batch = references[start : start + BATCH]
            examples = [Example(_blank(nlp, reference), reference) for reference in batch]
            ner.update(examples, drop=DROPOUT, sgd=optimizer, losses=losses)
            optimizer.step_schedules()
        _say(f"epoch {epoch + 1}: loss {losses['ner']:.0f}")
    with ner.model.use_params(optimizer.averages):
        averaged = ner.to_bytes()
    ner.from_bytes(averaged)


def narrow(nlp: Language) -> None:
    """Replace the recognizer by one that knows names alone, with the old one's weights for them."""
    wide = _ner(nlp)
    ner = blank_recognizer(nlp)
    assert isinstance(ner, TrainablePipe)
    for label in NAMES:
        ner.add_label(label)
    example = Example.from_dict(nlp.make_doc("Astana"), {"entities": [(0, len("Astana"), NAMES[0])]})
    ner.initialize(lambda: [example], nlp=nlp)
    kept = [_moves(wide).index(move) for move in _moves(ner)]
    scores = wide.model.get_ref("upper")  # one row for each move
    for old, new in zip(wide.model.walk(), ner.model.walk(), strict=True):
        for name in filter(old.has_param, old.param_names):
            weights = old.get_param(name)
            new.set_param(name, weights[kept] if old is scores else weights)


def _moves(ner: TrainablePipe) -> list[str]:
    """What a recognizer may do at a word, in the order of its scores: begin an ORG, go on with it, ..."""
    moves = ner.moves
    return [moves.get_class_name(number) for number in range(moves.n_moves)]


def _ner(nlp: Language) -> TrainablePipe:
    ner = nlp.get_pipe("ner")
    assert isinstance(ner, TrainablePipe)
    return ner


def reference(nlp: Language, report: Marked) -> Doc:
    """The report with its names, and nothing else marked. A name that goes over the end of a sentence, as
    the text is cut, cannot be learned.
    """
    doc = nlp.make_doc(report.text)
    starts = [token.is_sent_start for token in segment(nlp.make_doc(report.text))]
    marked = [doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in report.marks]
    names = [span for span in marked if span is not None and not any(starts[span.start + 1 : span.end])]
    doc.set_ents(filter_spans(names), default="outside")
    return doc


def figures(nlp: Language, references: Sequence[Doc]) -> dict[str, float]:
    """Strict F1 of names: same span, same label; and for each label."""
    scores = {label: PRFScore() for label in ("all", *NAMES)}
    ner = _ner(nlp)
    for gold in references:
        found = ner(_blank(nlp, gold))
        for label, score in scores.items():
            labels = NAMES if label == "all" else (label,)
            score.score_set(_spans(found, labels), _spans(gold, labels))
    return {label: round(score.fscore, 3) for label, score in scores.items()}


def _spans(doc: Doc, labels: Sequence[str]) -> set[tuple[int, int, str]]:
    # The base model tells buildings from other places; the corpus does not.
    spans = {(ent.start, ent.end, "LOC" if ent.label_ == "FAC" else ent.label_) for ent in doc.ents}
    return {span for span in spans if span[2] in labels}


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _blank(nlp: Language, reference: Doc) -> Doc:
    """The text as the names model will get it: tokens and the sentence starts that the text decides."""
    return segment(nlp.make_doc(reference.text))


if __name__ == "__main__":
    sys.exit(main())
