# language: en
Feature: The smallest card

  Background:
    Given this scorecard
      | field          | value                 |
      | id             | smallest              |
      | version        | 1.0.0                 |
      | title          | The smallest card     |
      | subject        | factory               |
      | attestation    | rating                |
      | time zone      | Asia/Shanghai         |
      | effective from | 2026-01-01            |
      | rounding       | half-even, 2 decimals |
      | not applicable | refuse                |
    And these bases
      | basis | instrument   | clause | certainty |
      | guide | Guide 1-2026 | 4.2    | confirmed |
    And these facts
      | fact      | label             | type | evidence |
      | clean     | clean record      | flag | letter   |
      | letter    | day of the letter | date |          |
      | asked     | asked on          | date |          |
    And day of the letter is the day on which evidence for clean record was issued
    And this reference case
      | fact  | value      |
      | clean | yes        |
      | asked | 2026-01-02 |

  Rule: The record
    Background:
      Given these gates
        | id | gate   | requires                                                                                                    | basis |
        | G1 | Record | clean is yes; asked on is until the as-of date; asked on is until day of the letter plus 1 year             | guide |
        | G2 | Issued | day of the letter is until the as-of date                                                                   | guide |

    Scenario Outline: a letter counts for a year before the day it was asked
      Given evidence for clean record was issued on <issued>
      When evaluated as of 2027-06-30
      Then gate G1 is <outcome>

      Examples:
        | issued     | outcome |
        | 2025-01-02 | met     |
        | 2025-01-01 | not met |
