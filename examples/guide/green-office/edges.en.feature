# language: en
Feature: Where each rule of the green office begins to hold

  Background:
    Given the scorecard green-office

  Rule: Whom and what it concerns

    Scenario: an office in Atlantis is not looked at
      Given city is Atlantis
      When evaluated as of 2026-06-30
      Then the grade is none

    Scenario: a grey tariff asks for the audit
      Given tariff is grey
      When evaluated as of 2026-06-30
      Then gate G2 is met
      And indicator U2 scores 0
      And the quantity grid factor is 0.6 tCO2e/MWh

    Scenario: two years and a day are too long ago
      Given tariff is grey
      And audit date is 2024-06-29
      When evaluated as of 2026-06-30
      Then gate G2 is not met

    Scenario Outline: small or green, unless often fined
      Given electricity used is <used> MWh
      And tariff is <tariff>
      And fines is <fines> times
      When evaluated as of 2026-06-30
      Then gate G3 is <says>

      Examples:
        | used   | tariff | fines | says    |
        | 500    | grey   | 0     | met     |
        | 500.01 | grey   | 0     | not met |
        | 500.01 | green  | 0     | met     |
        | 500    | grey   | 5     | met     |
        | 500    | grey   | 6     | not met |

    Scenario: without electricity nothing is green, and nothing is left to clear
      Given electricity used is 0 MWh
      When evaluated as of 2026-06-30
      Then the quantity green share is 0 %
      And the quantity cleared is 100 %

    Scenario: without a plan there is no effort
      Given plan published is no
      When evaluated as of 2026-06-30
      Then the quantity effort is 0
      And indicator C3 scores 0

  Rule: Credits that count

    Scenario Outline: a credit counts by its kind and its day
      Given carbon credits are
        | serial | amount   | kind   | retired on |
        | A-1    | 12 tCO2e | <kind> | <retired>  |
      When evaluated as of 2026-09-30
      Then the quantity counted is <counted> tCO2e

      Examples:
        | kind      | retired    | counted |
        | removal   | 2024-12-31 | 0       |
        | removal   | 2025-01-01 | 12      |
        | removal   | 2026-06-30 | 12      |
        | removal   | 2026-07-01 | 0       |
        | reduction | 2024-12-31 | 0       |
        | reduction | 2025-12-31 | 12      |
        | reduction | 2026-01-01 | 0       |

    Scenario Outline: what is not yet retired does not count
      Given report year is 2026-01-01 to 2026-12-31
      And carbon credits are
        | serial | amount   | kind   | retired on |
        | A-1    | 12 tCO2e | <kind> | 2026-07-01 |
      When evaluated as of <day>
      Then the quantity counted is <counted> tCO2e

      Examples:
        | kind      | day        | counted |
        | removal   | 2026-06-30 | 0       |
        | removal   | 2026-07-01 | 12      |
        | reduction | 2026-06-30 | 0       |
        | reduction | 2026-07-01 | 12      |

    Scenario: half a year after the report is still in time
      Given carbon credits are
        | serial | amount   | kind    | retired on |
        | A-1    | 12 tCO2e | removal | 2026-06-30 |
      When evaluated as of 2026-09-30
      Then no finding F2.LATE is raised

    Scenario: a day later is late
      Given carbon credits are
        | serial | amount   | kind    | retired on |
        | A-1    | 12 tCO2e | removal | 2026-07-01 |
      When evaluated as of 2026-09-30
      Then an observation F2.LATE is raised

  Rule: Points

    Scenario Outline: each measure is a part
      Given measures is <measures>
      When evaluated as of 2026-06-30
      Then indicator C1 scores <points>

      Examples:
        | measures        | points |
        | lamps, training | 20     |
        | training        | 10     |
        | lamps           | 10     |

    Scenario: a small office has nothing to compensate
      Given electricity used is 50 MWh
      When evaluated as of 2026-06-30
      Then indicator C2 is not applicable

    Scenario Outline: the corners of the line
      Given supposing emitted is <emitted> tCO2e
      When evaluated as of 2026-06-30
      Then indicator U3 scores <points>

      Examples:
        | emitted | points |
        | 0       | 20     |
        | 40      | 0      |

  Rule: Grades

    Scenario: whoever fails a gate has no grade, whatever the points
      Given fines is 2 times
      And supposing the total score is 80
      When evaluated as of 2026-06-30
      Then the grade is none

    Scenario Outline: a grey tariff and one measure alone keep from the first grade
      Given tariff is <tariff>
      And measures is <measures>
      And supposing the total score is 80
      When evaluated as of 2026-06-30
      Then the grade is <grade>

      Examples:
        | tariff | measures        | grade |
        | grey   | lamps           | fair  |
        | grey   | lamps, training | good  |
        | green  | lamps           | good  |

    Scenario: too little green power keeps from the first grade
      Given supposing green share is 49.99 %
      And supposing the total score is 80
      When evaluated as of 2026-06-30
      Then the grade is fair

    Scenario: below fifty there is no grade
      Given supposing the total score is 49.99
      When evaluated as of 2026-06-30
      Then the grade is none
