# language: en
Feature: Further examples · Climate disclosure under ESRS E1
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.

  Background:
    Given the scorecard disclosure-csrd-e1

  Rule: What the examples beside the rules leave open

    Scenario: gate DS-04-C Credits apart from emissions
      Given the company reports under ESRS is no
      When evaluated as of 2028-06-01
      Then gate DS-04-C is not applicable
      And gate DS-04-E is not applicable
      And gate DS-04-G is not applicable
      And gate DS-04-P is not applicable
      And gate DS-04-R is not applicable
      And gate DS-04-S2 is not applicable
      And gate DS-04-S3 is not applicable
      And gate DS-04-T is not applicable
      And gate DS-06 is not applicable
