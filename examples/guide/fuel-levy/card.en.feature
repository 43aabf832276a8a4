# language: en
Feature: Fuel levy

  Background:
    Given this scorecard
      | field           | value                                                        |
      | id              | fuel-levy                                                    |
      | version         | 1.0.0                                                        |
      | title           | Fuel levy                                                    |
      | subject         | supplier                                                     |
      | attestation     | self-assessment                                              |
      | time zone       | Europe/Brussels                                              |
      | effective from  | 2026-01-01                                                   |
      | rounding        | half-even, 2 decimals                                        |
      | not applicable  | drop and rescale                                             |
      | does not assess | documents that support the declared facts: none is asked for |
    And these bases
      | basis | instrument       | clause  | certainty |
      | act   | Fuel Levy Act    | 4       | confirmed |
      | order | Fuel Levy Order  | Annex 1 | confirmed |
      | bill  | Fuel Levy (No 2) | 7       | secondary |
    And these facts
      | fact       | label         | type             | unit | one of             | at least | at most |
      | year       | levy year     | period           |      |                    |          |         |
      | opened     | opened on     | date             |      |                    |          |         |
      | trade      |               | choice           |      | wholesale, filling |          |         |
      | size       | storage       | number           | t    |                    | 0        |         |
      | use        | use of stores | number           | %    |                    | 0        | 100     |
      | deliveries |               | list of delivery |      |                    |          |         |
    And each delivery has
      | field | label   | type   | unit | one of            | at least | at most |
      | note  |         | text   |      |                   |          |         |
      | fuel  |         | choice |      | petrol, gas, wood |          |         |
      | mass  |         | number | t    |                   | 0        |         |
      | day   | sold on | date   |      |                   |          |         |
      | grown | bio     | number | %    |                   | 0        | 100     |
    And no two deliveries share a note
    And this reference case
      | fact          | value                    |
      | levy year     | 2026-01-01 to 2026-12-31 |
      | opened on     | 2019-05-01               |
      | trade         | wholesale                |
      | storage       | 500 t                    |
      | use of stores | 40 %                     |
    And in the reference case deliveries are
      | note | fuel   | mass  | sold on    | bio  |
      | D1   | petrol | 100 t | 2026-03-01 | 10 % |
      | D2   | gas    | 50 t  | 2027-03-01 | 0 %  |

  Rule: From which day
    Background:
      Given the quantity levied share (share), in %, in force on every day of levy year
        | from       | until      | is           | basis |
        | earlier    |            | 0            | act   |
        | 2026-01-01 |            | 97.5         | act   |
        | 2027-01-01 | 2028-12-31 | 95           | act   |
        | 2029-01-01 |            | undetermined | bill  |
      And the quantity old, in force on opened on, on basis act
        | from       | is  |
        | earlier    | 0.5 |
        | 2020-01-01 | 1   |
      And for each delivery the quantity price, in EUR/tCO2e, in force on sold on
        | from       | is | basis |
        | earlier    | 0  | act   |
        | 2026-01-01 | 55 | order |
        | 2027-01-01 | 60 | order |
      And for each delivery the quantity part, in force on sold on
        | from       | is | basis |
        | earlier    | 1  | act   |
        | 2027-01-01 | 1  | bill  |

    Scenario: two years may have two shares
      Given levy year is 2027-01-01 to 2028-12-31
      When evaluated as of 2027-06-30
      Then the quantity levied share is 95 %

    Scenario: what no act has fixed stays open
      Given levy year is 2029-01-01 to 2029-12-31
      When evaluated as of 2027-06-30
      Then the rules leave the quantity levied share undetermined

    Scenario: a day that is not known leaves open what is not the same on all days
      Given deliveries are
        | note | fuel   | mass  | sold on | bio  |
        | D1   | petrol | 100 t |         | 10 % |
      And blends is none
      When evaluated as of 2027-06-30
      Then for delivery D1 the quantity part is 1

  Rule: For which trade, fuel and amount
    Background:
      Given the quantity rate, in %, by trade, storage, on basis order
        | trade     | storage        | is |
        | filling   | any            | 1  |
        | wholesale | less than 10 t | 1  |
        | wholesale | at least 10 t  | 3  |
      And for each delivery the quantity factor, in tCO2e/t, by fuel
        | fuel   | is           | basis |
        | petrol | 3.1          | order |
        | gas    | 2.7          | order |
        | wood   | undetermined | bill  |
      And for each delivery the quantity weight, by fuel, sold on, on basis order
        | fuel      | sold on           | is  |
        | gas       | before 2027-01-01 | 0.5 |
        | gas       | from 2027-01-01   | 0.8 |
        | otherwise | otherwise         | 1   |

    Scenario: a small store pays the low rate
      Given storage is 9.99 t
      When evaluated as of 2026-06-30
      Then the quantity rate is 1 %

    Scenario: each delivery has the factor of its fuel
      When evaluated as of 2026-06-30
      Then for delivery D1 the quantity factor is 3.1 tCO2e/t
      And for delivery D2 the quantity weight is 0.8

    Scenario: wood has no factor yet
      Given deliveries are
        | note | fuel | mass | sold on    | bio |
        | D1   | wood | 1 t  | 2026-03-01 | 0 % |
      And blends is none
      When evaluated as of 2026-06-30
      Then for delivery D1 the rules leave the quantity factor undetermined

  Rule: Between two rows
    Background:
      Given the quantity loss, in %, interpolated by use of stores, on basis order
        | use of stores | is |
        | 0 %           | 4  |
        | 50 %          | 2  |
        | 100 %         | 1  |
      And the quantity effort, interpolated by storage, on basis order
        | storage | is |
        | lower   | 1  |
        | 100 t   | 1  |
        | 1000 t  | 4  |
        | higher  | 4  |
      And for each delivery the quantity relief, in %, interpolated by bio, on basis order
        | bio   | is |
        | 0 %   | 0  |
        | 100 % | 90 |
      And for each delivery the quantity slope, interpolated by bio, on basis order
        | bio   | is  |
        | 0 %   | 1   |
        | 100 % | 1/3 |
      And for each delivery the quantity one charge (charge), in EUR, on basis act
        | is                                                               |
        | mass * factor * weight * slope * part * price * (100 % - relief) |
      And the quantity charges, in EUR, the sum of one charge over deliveries, on basis act
      And the quantity levy, in EUR, on basis act
        | is                                                                      |
        | charges * levied share * old * effort * (100 % - loss) + charges * rate |
      And these results
        | result | label | is   | rounded to | basis |
        | due    | Due   | levy | 2 decimals | act   |
      And for each delivery these results
        | result | label             | is         | rounded to | basis |
        | owed   | Owed for the sale | one charge | 2 decimals | act   |

    Scenario: what lies between two rows lies on the straight line
      When evaluated as of 2026-06-30
      Then the quantity loss is 2.4 %
      And the quantity effort is 7/3
      And for delivery D1 the quantity relief is 9 %
      And the conclusion is scored

  Rule: What is blended into a delivery
    Background:
      Given these facts
        | fact   | type          |
        | blends | list of blend |
      And each blend has
        | field | label     | type   | unit | one of      | at least |
        | line  |           | text   |      |             |          |
        | sale  |           | text   |      |             |          |
        | what  |           | choice |      | bio, fossil |          |
        | added | tonnes in | number | t    |             | 0        |
      And no two blends share a line
      And each blend belongs to one of deliveries by sale
      And in the reference case blends are
        | line | sale | what   | tonnes in |
        | B1   | D1   | bio    | 4 t       |
        | B2   | D1   | fossil | 6 t       |
        | B3   | D2   | bio    | 1 t       |
      And for each blend the quantity counted in (counted_in), in t, on basis act
        | is               | when        |
        | 50 % * tonnes in | what is bio |
        | tonnes in        | otherwise   |
      And for each delivery the quantity blended, in t, the sum of tonnes in over blends, on basis act
      And for each delivery the quantity counted blends (counted_sum), in t, the sum of counted in over blends, on basis act
      And for each delivery the quantity bio blended (bio_in), in t, the sum of tonnes in over blends, on basis act
        | where       |
        | what is bio |
      And for each delivery the quantity largest blend (largest), in t, the greatest tonnes in over blends, or 0 t if there are none, on basis act
      And for each delivery the quantity part of bio (bio_part), in %, on basis act
        | is                                        | when           |
        | undetermined, because nothing was blended | blended is 0 t |
        | bio blended / blended                     | otherwise      |
      And for each delivery these results
        | result   | is             | rounded to | basis |
        | bio_of   | part of bio    | 2 decimals | act   |
        | most_one | largest blend  | 1 decimals | act   |
        | counts   | counted blends | 1 decimals | act   |

    Scenario: each delivery is summed over its own blends
      When evaluated as of 2026-06-30
      Then for delivery D1 the quantity blended is 10 t
      And for delivery D1 the quantity part of bio is 40 %
      And for delivery D1 the quantity counted blends is 8 t
      And for delivery D1 the quantity largest blend is 6 t
      And for delivery D2 the quantity bio blended is 1 t

    Scenario: without blends there is nothing to sum
      Given blends is none
      When evaluated as of 2026-06-30
      Then for delivery D1 the quantity blended is 0 t
      And for delivery D1 the rules leave the quantity part of bio undetermined
      And for delivery D1 the quantity largest blend is 0 t
