Feature: A result is shown to those who trust neither the server nor its operator

  A buyer, a regulator and an applicant, each with what they have: a file, or the right to ask.

  Scenario: A buyer checks a supplier's result without network and without our package
    Given a supplier was evaluated, a witness cosigned the log, and the supplier gave the bundle away
    When the buyer checks it with one file, the standard library and cryptography, cut off from every network
    Then all checks pass, and what is not proved is said
    And with one byte of the record changed it fails where steps and leaf are checked

  Scenario: A regulator checks it five years on, with server, store, gazette and repository gone
    Given a supplier was evaluated, a witness cosigned the log, and the supplier gave the bundle away
    When the regulator takes record, version and tables out of the bundle, five years later
    Then an evaluator that shares no code with ours gives the same record, to the last byte
    And the log, its witness and the version are checked by the one file as they were on the first day
    And a record that grants another grade is told, with what follows

  Scenario: An applicant finds that a competitor used the same credit
    Given a competitor of another body used credits, and an applicant claims the same
    Then whatever the applicant reads of the result begins with that
    And the regulator is told of both, by the serial
    And the applicant's bundle proves that it was found, and when
    And a bundle from which it was taken out fails where findings are checked
