# language: en
Feature: Advertising
  What every card on packs asks.

  Background:
    Given the vocabulary advertising
    And these bases
      | basis | instrument    | clause | certainty |
      | law   | Claims Act    | 4      | confirmed |
      | pack  | Packaging Act | 2      | secondary |
      | code  | Trade code    | 7      | secondary |
    And these facts
      | fact     | label          | type   | one of                 |
      | wording  |                | choice | neutral, better, label |
      | country  |                | choice | north, south, abroad   |
      | medium   |                | choice | pack, shelf            |
      | campaign |                | flag   |                        |
      | shown    | display period | period |                        |
    And the choices of medium
      | value | words       |
      | pack  | on the pack |
    And these conditions
      | condition | label       | holds when                   | basis |
      | abroad    | sold abroad | country is abroad            | law   |
      | abroad    |             | unless medium is on the pack | pack  |
    And this reference case
      | fact           | value                    |
      | wording        | neutral                  |
      | country        | north                    |
      | medium         | shelf                    |
      | campaign       | no                       |
      | display period | 2026-01-01 to 2026-12-31 |
