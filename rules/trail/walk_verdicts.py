"""Which steps lead to the verdict: each rule with its rows and its days, then what they amount to?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.canonical import Json
from rules.engine.verdicts import names_in_rule
from rules.trail.verdict_sentences import rule_sentence, verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from rules.engine.inference import Inference
    from rules.engine.values import Values
    from rules.engine.verdicts import Judged, RuleAnswer
    from rules.model.expressions import Condition
    from rules.model.verdicts import VerdictRule, Verdicts
    from rules.trail.commitments import StepRecorder
    from rules.trail.sentences import Speaker


@dataclass(frozen=True, slots=True)
class VerdictSteps:
    """Records the steps of the verdict; `clauses` writes a condition, `steps_of` names the steps behind one."""

    recorder: StepRecorder
    speakers: Mapping[str, Speaker]
    values: Values
    parent: str
    clauses: Callable[[Condition], Json]
    steps_of: Callable[[str, Callable[[], Iterable[str]]], tuple[str, ...]]

    def record(self, verdicts: Verdicts, inference: Inference, judged: Judged) -> None:
        """Record each rule, then the verdict."""
        for rule, answer in zip(verdicts.rules, judged.rules, strict=True):
            self._rule(verdicts, rule, answer, inference)
        payload: Json = {
            "verdict": judged.verdict.value,
            "verdicts": [verdict.value for verdict in judged.possible],
            "deciding_rules": list(judged.deciding),
            "sentence": {language: verdict_sentence(judged, speaker) for language, speaker in self.speakers.items()},
        }
        references = tuple(f"rules/{rule.id}" for rule in verdicts.rules)
        self.recorder.record("verdict", "verdict", payload, parent=self.parent, references=references)

    def _rule(self, verdicts: Verdicts, rule: VerdictRule, answer: RuleAnswer, inference: Inference) -> None:
        payload: dict[str, Json] = {
            "outcome": answer.outcome.value,
            "in_force": answer.in_force.value,
            "verdict": rule.verdict.value,
            "sentence": {
                language: rule_sentence(rule, self.values, speaker) for language, speaker in self.speakers.items()
            },
            "parts": [
                {
                    "outcome": inference.first[f"verdict:{rule.id}:{index}"].value,
                    "clauses": self.clauses(row.when),
                }
                for index, row in enumerate(rule.rows)
            ],
        }
        if answer.coming:
            payload["coming"] = True
        step = f"rules/{rule.id}"
        references = self.steps_of(step, lambda: names_in_rule(verdicts, rule))
        self.recorder.record(step, "rule", payload, parent=self.parent, references=references)
