# language: en
Feature: A small card

  Background:
    Given this scorecard
      | field           | value                                                                       |
      | id              | small                                                                       |
      | version         | 1.0.0                                                                       |
      | title           | Small card                                                                  |
      | subject         | factory                                                                     |
      | attestation     | rating                                                                      |
      | time zone       | Asia/Shanghai                                                               |
      | effective from  | 2026-01-01                                                                  |
      | rounding        | half-even, 2 decimals                                                       |
      | not applicable  | refuse                                                                      |
      | does not assess | documents that support the declared facts: bills of electricity, which nobody asks for |
    And these bases
      | basis | instrument | clause | certainty |
      | guide | Guide 1    | 4.2    | confirmed |
    And these facts
      | fact  | label           | type   | unit | at least | at most |
      | share | renewable share | number | %    | 0        | 100     |
    And this reference case
      | fact  | value |
      | share | 80 %  |

  Rule: The threshold rises in 2027
    Background:
      Given the quantity threshold (threshold), in %, in force on the as-of date, on basis guide
        | from       | is |
        | earlier    | 40 |
        | 2027-01-01 | 50 |

    Scenario: in 2026
      When evaluated as of 2026-12-31
      Then the quantity threshold is 40 %

    Scenario: from 2027 on
      When evaluated as of 2027-01-01
      Then the quantity threshold is 50 %

  Rule: Enough of the electricity is renewable
    Background:
      Given these gates
        | id | gate      | requires                    | basis |
        | G1 | Renewable | share is at least threshold | guide |

    Scenario: the threshold is enough
      Given share is 40 %
      When evaluated as of 2026-03-01
      Then gate G1 is met

    Scenario: less is not
      Given share is 39.99 %
      When evaluated as of 2026-03-01
      Then gate G1 is not met
