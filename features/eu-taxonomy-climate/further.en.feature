# language: en
Feature: Further examples · Climate taxonomy of the EU: six activities
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.

  Background:
    Given the scorecard eu-taxonomy-climate

  Rule: What the examples beside the rules leave open

    Scenario: quantity activity_share share of the activity
      Given turnover of the company is 0 EUR
      When evaluated as of 2027-03-01
      Then for activity E1 the rules leave the quantity share of the activity undetermined
      And the rules leave the quantity share that is aligned undetermined

    Scenario: quantity activity_share share of the activity (2)
      Given turnover of the company is 1 EUR
      When evaluated as of 2027-03-01
      Then for activity E1 the quantity share of the activity is 4000 %

    Scenario: quantity stage_limit limit of the stage
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | scrap per product | electricity per tonne of product | emissions of the electricity | the batteries cut emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm by pollution | no significant harm to biodiversity | minimum safeguards are kept |
        | E1     | grey clinker     | 40 EUR                   | 0.721999 tCO2e/t               | 0 %               | 0.5 MWh/t                        | 300 gCO2e/kWh                | no                                                  | yes                               | yes                          | yes                                         | yes                              | yes                                 | yes                         |
      When evaluated as of 2027-03-01
      Then for activity E1 the quantity limit of the stage is 0 tCO2e/t
