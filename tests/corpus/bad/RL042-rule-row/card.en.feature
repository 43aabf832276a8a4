# expect: RL042 41:11
# language: en
Feature: Smallest scorecard with verdicts

  Background:
    Given this scorecard
      | field          | value                 |
      | id             | smallest              |
      | version        | 1.0.0                 |
      | title          | Smallest scorecard    |
      | subject        | claim                 |
      | attestation    | self-assessment       |
      | time zone      | Europe/Brussels       |
      | effective from | 2026-01-01            |
      | rounding       | half-even, 2 decimals |
      | not applicable | refuse                |
    And these bases
      | basis | instrument   | clause | certainty |
      | guide | Guide 1-2026 | 4.2    | confirmed |
    And these facts
      | fact    | type   | one of       |
      | offsets | flag   |              |
      | country | choice | north, south |
      | shown   | date   |              |
    And the date adopted, by country, on basis guide
      | country | is         |
      | north   | 2026-09-27 |
      | south   | never      |
    And this reference case
      | fact    | value      |
      | offsets | yes        |
      | country | north      |
      | shown   | 2026-10-01 |

  Rule: Verdicts
    Background:
      Given verdicts are governed by shown, otherwise ok on basis guide
      And these verdict rules
        | id  | when             | verdict    | severity | in force from | in force until | warn from  | basis |
        | A-1 | offsets is yes   | prohibited | major    | adopted       | 2029-12-31     | 2026-01-01 | guide |
        | A-1 | offsets is yes; country is south|            |          |               |                |            |       |
        | A-2 | country is north | misleading | minor    |               |                |            | guide |
      And these remedies
        | rule | say instead      |
        | A-1  | what was avoided |

    Scenario: the reference case
      When evaluated as of 2026-03-01
      Then the verdict is prohibited under A-1
