# language: en
Feature: Proof of absolute wording
  What is asked where law lets an absolute word stand that is proved.

  Background:
    Given the vocabulary absolute-wording
    And these facts
      | fact                    | label                   | type |
      | absolute_wording_proved | absolute wording proved | flag |
    And this reference case
      | fact                    | value |
      | absolute wording proved | yes   |
