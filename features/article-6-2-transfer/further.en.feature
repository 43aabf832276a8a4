# language: en
Feature: More examples · Transferred mitigation outcomes under Article 6.2
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.

  Background:
    Given the scorecard article-6-2-transfer

  Rule: Cases that the examples of the rules do not cover

    Scenario: quantity lacking required property missing (1 = yes)
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed metric | authorised by the host | purpose of the authorisation | year of the first transfer | a corresponding adjustment has been made |
        | T1     | 20000 tCO2e           | 2021                  | no                            | yes                           | yes                    | national contribution        | 2025                       | yes                                      |
      When evaluated as of 2027-01-01
      Then for outcome T1 the quantity required property missing (1 = yes) is 1

    Scenario: quantity lacking required property missing (1 = yes) (2)
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed metric | authorised by the host | purpose of the authorisation | year of the first transfer | a corresponding adjustment has been made |
        | T1     | 20000 tCO2e           | 2021                  | yes                           | no                            | yes                    | national contribution        | 2025                       | yes                                      |
      When evaluated as of 2027-01-01
      Then for outcome T1 the quantity required property missing (1 = yes) is 1

    Scenario: quantity lacking required property missing (1 = yes) (3)
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed metric | authorised by the host | purpose of the authorisation | year of the first transfer | a corresponding adjustment has been made |
        | T1     | 20000 tCO2e           | 2021                  | yes                           | yes                           | no                     | national contribution        | 2025                       | yes                                      |
      When evaluated as of 2027-01-01
      Then for outcome T1 the quantity required property missing (1 = yes) is 1

    Scenario: quantity misused authorised for another purpose (1 = yes)
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed metric | authorised by the host | purpose of the authorisation | year of the first transfer | a corresponding adjustment has been made |
        | T1     | 20000 tCO2e           | 2021                  | yes                           | yes                           | yes                    | none of these purposes       | 2025                       | yes                                      |
      When evaluated as of 2027-01-01
      Then for outcome T1 the quantity authorised for another purpose (1 = yes) is 1

    Scenario: quantity too_old reduction before 2021 (1 = yes)
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed metric | authorised by the host | purpose of the authorisation | year of the first transfer | a corresponding adjustment has been made |
        | T1     | 20000 tCO2e           | 2020                  | yes                           | yes                           | yes                    | national contribution        | 2025                       | yes                                      |
      When evaluated as of 2027-01-01
      Then for outcome T1 the quantity reduction before 2021 (1 = yes) is 1

    Scenario: quantity unadjusted transferred without corresponding adjustment (1 = yes)
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed metric | authorised by the host | purpose of the authorisation | year of the first transfer | a corresponding adjustment has been made |
        | T1     | 20000 tCO2e           | 2021                  | yes                           | yes                           | yes                    | national contribution        | 2025                       | no                                       |
      When evaluated as of 2027-01-01
      Then for outcome T1 the quantity transferred without corresponding adjustment (1 = yes) is 1
