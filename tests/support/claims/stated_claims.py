"""Response of CheckClaims with its rule references resolved."""

from touchstone.v1 import evaluation_pb2
from touchstone.v1.screening_service_pb2 import CheckClaimsResponse, ClaimRule, ClaimRuleReference, OpenClaimRule


def verdict(number: evaluation_pb2.Verdict) -> str | None:
    return evaluation_pb2.Verdict.Name(number).removeprefix("VERDICT_").lower() if number else None


class Stated:
    """The rules of a response, as a client finds the words of those that an answer for one jurisdiction names."""

    def __init__(self, answer: CheckClaimsResponse, jurisdiction: str) -> None:
        rules = [rule for rule in answer.rules if jurisdiction in rule.jurisdictions]
        self._rules = {(rule.scorecard, rule.rule_id): rule for rule in rules}
        assert len(self._rules) == len(rules)

    def of(self, reference: ClaimRuleReference) -> ClaimRule:
        return self._rules[reference.scorecard, reference.rule_id]

    def rule_text(self, reference: ClaimRuleReference) -> tuple[object, ...]:
        rule = self.of(reference)
        fields = (rule.scorecard, rule.rule_id, rule.name, verdict(rule.verdict), list(rule.bases), rule.remedy)
        return *fields, list(reference.advice)

    def conditions(self, open_rule: OpenClaimRule) -> list[dict[str, list[str]]]:
        stated = self.of(open_rule.rule).conditions
        each = [stated[index] for index in open_rule.condition_indexes]
        return [{"words": list(condition.clauses), "facts": list(condition.names)} for condition in each]
