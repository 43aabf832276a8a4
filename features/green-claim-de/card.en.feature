# language: en
Feature: Green claims in Germany
  German unfair competition law beside the Directive; it binds toward businesses too.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                              |
      | id              | green-claim-de                                                                                                                                                                                                                                                                     |
      | version         | 1.4.1                                                                                                                                                                                                                                                                              |
      | supersedes      | 1.4.0                                                                                                                                                                                                                                                                              |
      | title           | Green claims in Germany                                                                                                                                                                                                                                                            |
      | subject         | claim                                                                                                                                                                                                                                                                              |
      | attestation     | self-assessment                                                                                                                                                                                                                                                                    |
      | time zone       | Europe/Berlin                                                                                                                                                                                                                                                                      |
      | effective from  | 2026-11-20                                                                                                                                                                                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                                                                                              |
      | not applicable  | refuse                                                                                                                                                                                                                                                                             |
      | does not assess | rules of the Directive itself, which the card of the Union has                                                                                                                                                                                                                     |
      | does not assess | whether the evidence is true                                                                                                                                                                                                                                                       |
      | does not assess | papers behind what is declared, of which none is asked: a claim is judged by what is declared of them, be it a life-cycle assessment, footprint, environmental declaration, test, certificate of a label, registry extract of credits or green electricity, invoice, plan or study |
    And these bases
      | basis         | instrument                             | clause                                                      | certainty   | note                                                                                                                                                                                     |
      | bgh           | Gesetz gegen den unlauteren Wettbewerb | section 5, with BGH I ZR 98/23 of 2024-06-27                | secondary   | Told by evangelisch.de, bbh-fortbildung.de and headnotes at academic.oup.com. It interprets the Act as it has stood since 2008-12-30 and is no new law.                                  |
      | bgh-words     | Gesetz gegen den unlauteren Wettbewerb | section 5, other vague words, and words without their basis | own reading | The ruling was on climate neutral; that social, absolute, carbon negative and other words, or a missing basis, count alike is our reading.                                               |
      | de-storage    | Gesetz gegen den unlauteren Wettbewerb | section 5, rulings on temporary forest credits              | own reading | Derived from LG Karlsruhe 13 O 46/22 and the rulings on Apple, as reported; not all of them are final.                                                                                   |
      | de-categories | Gesetz gegen den unlauteren Wettbewerb | section 5, LG Karlsruhe 13 O 46/22                          | secondary   | Told by haufe.de, dr-bahr.com, aktiencheck.de and hannekum-partner.de; about the whole environment (umweltneutral), in first instance; the decision on appeal was not found.             |
      | de-balance    | Gesetz gegen den unlauteren Wettbewerb | section 5, OLG Frankfurt 6 U 157/22                         | own reading | Derived from the ruling, as told by haufe.de.                                                                                                                                            |
      | de-5          | Gesetz gegen den unlauteren Wettbewerb | section 5, strict measure for environmental advertising     | own reading | From general knowledge, not compared with a text.                                                                                                                                        |
      | de-5a         | Gesetz gegen den unlauteren Wettbewerb | section 5a                                                  | own reading | From general knowledge, not compared with a text.                                                                                                                                        |
      | de-5-top      | Gesetz gegen den unlauteren Wettbewerb | section 5, absolute words that are not proven               | own reading | Who advertises to be alone at the top has to be so clearly and lastingly; that the advertiser proves it in environmental advertising is our reading. Recalled, not compared with a text. |
      | otherwise     | green-claim-de                         | no rule of this card holds                                  | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                      |
    And facts from claim-facts
    And facts from absolute-wording

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
