# language: en
Feature: Further examples · Green certificates
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-certificate

  Rule: What the examples beside the rules leave open

    Scenario: quantity counts counts for the claim
      Given certificates are
        | serial | number of certificates | a day of the month of generation | source | commissioned on | sold in the market | own use | times traded | cancelled | cancelled on | purpose and year stated | for this claimant | used for another claim |
        | G-1    | 1 item                 | 2025-03-01                       | wind   | 2021-05-01      | yes                | no      | 0 times      | yes       | 2026-11-20   | yes                     | yes               | no                     |
      When evaluated as of 2026-11-20
      Then the quantity electricity backed is 1 MWh
      And the quantity certificates held that are valid is 0 items
      And for green certificate G-1 the quantity traded no more than allowed is 1

    Scenario: quantity counts counts for the claim (2)
      Given certificates are
        | serial | number of certificates | a day of the month of generation | source | commissioned on | sold in the market | own use | times traded | cancelled | cancelled on | purpose and year stated | for this claimant | used for another claim |
        | G-1    | 2 items                | 2026-12-31                       | wind   | 2021-05-01      | yes                | no      | 1 time       | yes       | 2026-12-31   | yes                     | yes               | no                     |
      When evaluated as of 2027-06-30
      Then the quantity electricity backed is 2 MWh

    Scenario: quantity counts counts for the claim (3)
      Given certificates are
        | serial | number of certificates | a day of the month of generation | source | commissioned on | sold in the market | own use | times traded | cancelled | purpose and year stated | for this claimant | used for another claim |
        | G-1    | 2 items                | 2027-01-01                       | wind   | 2021-05-01      | yes                | no      | 1 time       | yes       | yes                     | yes               | no                     |
      When evaluated as of 2027-06-30
      Then the quantity electricity backed is 0 MWh
      And no finding G2.EXPIRED is raised

    Scenario: quantity trade_allowed traded no more than allowed
      Given the setting one trade only is not assumed
      When evaluated as of 2026-11-20
      Then for green certificate G-1 the quantity traded no more than allowed is 1

    Scenario: quantity valid valid when used, or today
      Given certificates are
        | serial | number of certificates | source | commissioned on | sold in the market | own use | times traded | cancelled | cancelled on | purpose and year stated | for this claimant | used for another claim |
        | G-1    | 1 item                 | wind   | 2021-05-01      | yes                | no      | 0 times      | no        | 2020-01-01   | no                      | yes               | no                     |
      When evaluated as of 2025-12-31
      Then the quantity certificates that may be traded is between 0 items and 1 item
      And the quantity certificates held that have expired is between 0 items and 1 item

    Scenario: quantity valid valid when used, or today (2)
      Given certificates are
        | serial | number of certificates | a day of the month of generation | source | commissioned on | sold in the market | own use | times traded | cancelled on | purpose and year stated | for this claimant | used for another claim |
        | G-1    | 1 item                 | 2024-01-01                       | wind   | 2021-05-01      | yes                | no      | 0 times      | 2020-01-01   | no                      | yes               | no                     |
      When evaluated as of 2025-12-31
      Then the quantity certificates held that have expired is between 0 items and 1 item

    Scenario: gate G5A-1 Account by 31 July 2026
      Given existing hydropower outside the public grid is missing
      When evaluated as of 2027-06-30
      Then gate G5A-1 is undetermined
      And gate G5A-2 is undetermined

    Scenario: without a choice a certificate that was traded once is not for sale again
      Given certificates are
        | serial | pieces | generated_on | source | commissioned | market_sold | self_use | traded | cancelled | cancelled_on | purpose_stated | for_claimant | used_elsewhere |
        | G-1    | 1 item | 2025-03-01   | wind   | 2021-05-01   | yes         | no       | 1 time | no        | 2026-03-31   | yes            | yes          | no             |
      When evaluated as of 2026-11-20
      Then the quantity certificates that may be traded is 0 items

    Scenario Outline: storage backs no claim even if it was never traded, and one trade is allowed once
      Given certificates are
        | serial | pieces | generated_on | source   | commissioned | market_sold | self_use | traded   | cancelled | cancelled_on | purpose_stated | for_claimant | used_elsewhere |
        | G-1    | 1 item | 2025-03-01   | <source> | 2021-05-01   | yes         | no       | <traded> | yes       | 2025-12-31   | yes            | yes          | no             |
      And claim_year is 2025-01-01 to 2025-12-31
      When evaluated as of 2026-11-20
      Then for certificate G-1 the quantity trade_allowed is 1
      And for certificate G-1 the quantity counts is <counts>

      Examples:
        | source  | traded  | counts |
        | storage | 0 times | 0      |
        | wind    | 0 times | 1      |
        | wind    | 1 time  | 1      |
