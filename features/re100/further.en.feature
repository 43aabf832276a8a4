# language: en
Feature: More examples · Renewable electricity under RE100
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.

  Background:
    Given the scorecard re100

  Rule: Cases that the examples of the rules do not cover

    Scenario: quantity needed share required by the path
      Given year is 2029
      When evaluated as of 2027-03-01
      Then the quantity share required by the path is 0 %
