# language: en
Feature: Further examples · Transferred mitigation outcomes under Article 6.2
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.

  Background:
    Given the scorecard article-6-2-transfer

  Rule: What the examples beside the rules leave open

    Scenario: quantity lacking lacks a property
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed measure | the host has authorised it | purpose of the authorisation | year of the first transfer | a corresponding adjustment is made |
        | T1     | 20000 tCO2e           | 2021                  | no                            | yes                            | yes                        | national contribution        | 2025                       | yes                                |
      When evaluated as of 2027-01-01
      Then for outcome T1 the quantity lacks a property is 1

    Scenario: quantity lacking lacks a property (2)
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed measure | the host has authorised it | purpose of the authorisation | year of the first transfer | a corresponding adjustment is made |
        | T1     | 20000 tCO2e           | 2021                  | yes                           | no                             | yes                        | national contribution        | 2025                       | yes                                |
      When evaluated as of 2027-01-01
      Then for outcome T1 the quantity lacks a property is 1

    Scenario: quantity lacking lacks a property (3)
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed measure | the host has authorised it | purpose of the authorisation | year of the first transfer | a corresponding adjustment is made |
        | T1     | 20000 tCO2e           | 2021                  | yes                           | yes                            | no                         | national contribution        | 2025                       | yes                                |
      When evaluated as of 2027-01-01
      Then for outcome T1 the quantity lacks a property is 1

    Scenario: quantity misused authorised for something else
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed measure | the host has authorised it | purpose of the authorisation | year of the first transfer | a corresponding adjustment is made |
        | T1     | 20000 tCO2e           | 2021                  | yes                           | yes                            | yes                        | another purpose              | 2025                       | yes                                |
      When evaluated as of 2027-01-01
      Then for outcome T1 the quantity authorised for something else is 1

    Scenario: quantity too_old older than 2021
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed measure | the host has authorised it | purpose of the authorisation | year of the first transfer | a corresponding adjustment is made |
        | T1     | 20000 tCO2e           | 2020                  | yes                           | yes                            | yes                        | national contribution        | 2025                       | yes                                |
      When evaluated as of 2027-01-01
      Then for outcome T1 the quantity older than 2021 is 1

    Scenario: quantity unadjusted transferred without adjustment
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed measure | the host has authorised it | purpose of the authorisation | year of the first transfer | a corresponding adjustment is made |
        | T1     | 20000 tCO2e           | 2021                  | yes                           | yes                            | yes                        | national contribution        | 2025                       | no                                 |
      When evaluated as of 2027-01-01
      Then for outcome T1 the quantity transferred without adjustment is 1
