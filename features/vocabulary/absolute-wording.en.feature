# language: en
Feature: Proof of absolute wording
  Whether an absolute word is proven, for laws that allow absolute wording with proof.

  Background:
    Given the vocabulary absolute-wording
    And these facts
      | fact                    | label                   | type |
      | absolute_wording_proved | absolute wording proven | flag |
    And this reference case
      | fact                    | value |
      | absolute wording proven | yes   |
