# language: en
Feature: More examples · Climate disclosure under ESRS E1
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.

  Background:
    Given the scorecard disclosure-csrd-e1

  Rule: Cases that the examples of the rules do not cover

    Scenario: gate DS-04-C Carbon credits are reported separately from emissions
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
