# language: en
Feature: Green claims in Denmark
  The Danish Marketing Practices Act and the guidance of the Consumer Ombudsman on environmental claims, beside the
  Directive, which Lov nr. 558 of 2025-05-27 transposes from 2026-09-27. Facts have to be documented (section 13).

  Background:
    Given this scorecard
      | field           | value                                                                                                                                           |
      | id              | green-claim-dk                                                                                                                                  |
      | version         | 1.0.0                                                                                                                                           |
      | title           | Green claims in Denmark                                                                                                                         |
      | subject         | claim                                                                                                                                           |
      | attestation     | self-assessment                                                                                                                                 |
      | time zone       | Europe/Copenhagen                                                                                                                               |
      | effective from  | 2026-11-20                                                                                                                                      |
      | rounding        | half-even, 2 decimals                                                                                                                           |
      | not applicable  | refuse                                                                                                                                          |
      | does not assess | rules of the Directive itself, which the card of the Union has; Lov nr. 558/2025 (L 147) puts them into sections 5 and 6 and Annex 1 of the act |
      | does not assess | rules of single sectors, such as those of the food authority on organic and climate words                                                       |
      | does not assess | fines and exposure                                                                                                                              |
      | does not assess | whether the evidence is true                                                                                                                    |
    And these bases
      | basis          | instrument            | clause                                                     | certainty   | note                                                                                                                                                                                                                                                                                                                                                         |
      | mfl-5          | Markedsføringsloven   | section 5; toward businesses section 20                    | secondary   | Both were read as reprinted at danskelove.dk; that they stand since 2017-07-01 is told by the notes of the guidance of 2014 (fdocuments.net).                                                                                                                                                                                                                |
      | mfl-6          | Markedsføringsloven   | section 6; toward businesses section 20                    | secondary   | Both were read as reprinted at danskelove.dk.                                                                                                                                                                                                                                                                                                                |
      | mfl-13         | Markedsføringsloven   | section 13                                                 | secondary   | Burden on the trader: what is said of facts has to be documented. Told by danskindustri.dk, dreiststorgaard.dk and decisions of the Consumer Ombudsman (22/04124).                                                                                                                                                                                           |
      | mfl-21         | Markedsføringsloven   | section 21                                                 | own reading | Comparative advertising; recalled, not compared with a text.                                                                                                                                                                                                                                                                                                 |
      | fo-general     | Forbrugerombudsmanden | guidance on environmental claims, general claims           | secondary   | Quick guide of 2021-12-22, replaced in January 2025 by recommendations; the guidance of 2014 stands (nytherfra.dk). Told by vejnaa.dk, kf.dk, textilevaluechain.in and in its head note by e-justice.europa.eu: a general word needs an analysis of the whole life cycle, or an explanation read together with it. Recommendations themselves were not read. |
      | fo-sustainable | Forbrugerombudsmanden | guidance on environmental claims, sustainable              | secondary   | Told by kf.dk and textilevaluechain.in: very hard to say without misleading, as health, social and ethical aspects count too.                                                                                                                                                                                                                                |
      | fo-comp        | Forbrugerombudsmanden | position of the Nordic authorities on climate compensation | secondary   | Of 2024-05-14, told by danskindustri.dk, dmogt.dk and hair.dk: the effect has to be additional, permanent, at the same time and without leakage; say what is done instead.                                                                                                                                                                                   |
      | fo-plan        | Forbrugerombudsmanden | opinion in advance 22/11573 of 2023-02-15                  | confirmed   | Read on the page of the Consumer Ombudsman: a claim to strive for less CO2 needs a plan verified by an independent body, and a reduction that is at hand. The day is told by bureaubiz.dk.                                                                                                                                                                   |
      | fo-part        | Forbrugerombudsmanden | decision 22/04124 on kitchens                              | confirmed   | Read on the page of the Consumer Ombudsman: a part of sustainable wood does not make the kitchen sustainable. The day is not told there; the end of the year of the file is taken.                                                                                                                                                                           |
      | fo-mark        | Forbrugerombudsmanden | opinion in advance 23/02143, marks of the trader           | own reading | The opinion, read in short on the page of the Consumer Ombudsman, is on a climate mark that looks better than its ground; that a mark of the trader whose basis is not told does so is our reading.                                                                                                                                                          |
      | otherwise      | green-claim-dk        | no rule of this card holds                                 | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                                                                                          |
    And facts from claim-facts

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
