# language: en
Feature: Further examples · Renewable electricity under RE100
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.

  Background:
    Given the scorecard re100

  Rule: What the examples beside the rules leave open

    Scenario: quantity needed share the path asks for
      Given year is 2029
      When evaluated as of 2027-03-01
      Then the quantity share the path asks for is 0 %
