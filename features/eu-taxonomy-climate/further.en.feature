# language: en
Feature: More examples · Climate taxonomy of the EU: six activities
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.

  Background:
    Given the scorecard eu-taxonomy-climate

  Rule: Cases that the examples of the rules do not cover

    Scenario: quantity activity_share share of the activity in turnover
      Given turnover of the company is 0 EUR
      When evaluated as of 2027-03-01
      Then for activity E1 the rules leave the quantity share of the activity in turnover undetermined
      And the rules leave the quantity aligned share of turnover undetermined

    Scenario: quantity activity_share share of the activity in turnover (2)
      Given turnover of the company is 1 EUR
      When evaluated as of 2027-03-01
      Then for activity E1 the quantity share of the activity in turnover is 4000 %

    Scenario: quantity stage_limit emission limit of the process stage
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | scrap share of the product | electricity per tonne of product | emission factor of the electricity | the batteries reduce emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm through pollution | no significant harm to biodiversity | minimum safeguards are met |
        | E1     | grey clinker     | 40 EUR                   | 0.721999 tCO2e/t               | 0 %                        | 0.5 MWh/t                        | 300 gCO2e/kWh                      | no                                                     | yes                               | yes                          | yes                                         | yes                                   | yes                                 | yes                        |
      When evaluated as of 2027-03-01
      Then for activity E1 the quantity emission limit of the process stage is 0 tCO2e/t
