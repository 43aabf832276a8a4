# language: en
Feature: Words of all cards on factories

  Background:
    Given the vocabulary factory-words
    And these facts
      | fact  | label           | type   | unit | at least | at most |
      | share | renewable share | number | %    | 0        | 100     |
      | staff |                 | number |      | 0        |         |
    And this reference case
      | fact  | value |
      | share | 80 %  |
      | staff | 12    |
