Feature: A verifier loses its accreditation

  Which results rest on its reports, what is left of each, and who decided of it: told by the server, also to the regulator.

  Scenario: From the news to the last decision, with a server killed in between
    Given three factories were evaluated: one on a report of Grid company, one on that and another, one on another alone
    When the decider begins a campaign, for Grid company lost its accreditation
    Then the first two are touched, and nothing is decided yet
    And a result that was not evaluated again cannot be decided of
    When one is evaluated again, the server is killed and started, and the rest is evaluated
    Then the first would no longer be graded gold, and the second concludes the same
    When the decider withdraws the first and lets the second stand
    Then the campaign tells it, and the log has noted its beginning and both decisions
    And a later decision takes the place of an earlier one, which stays noted
    And the regulator reads all of it and decides nothing
    And the file that is exported has every result and decision
    And begun again it is the same campaign, and with another reason it is refused
