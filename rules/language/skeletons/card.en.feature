# language: en
# The skeleton of a small scorecard. Lines that begin with # explain the part below them.
# First fill in the cells that are blank: `touchstone check FOLDER` names each; then it finds no error. Then put rules of
# your own in place of these, and check after each change. Delete each explanation once the part below it is yours:
# publishing refuses a card that still has one.
Feature: {card}

  Background:
    # What is assessed, from which day on, and how it is rounded. A published version never changes: a change needs
    # another version number.
    Given this scorecard
      | field          | value                 |
      | id             | {card}                |
      | version        | 1.0.0                 |
      | title          | {title}               |
      | subject        | company               |
      | attestation    | self-assessment       |
      | time zone      | Asia/Shanghai         |
      | effective from | {day}                 |
      | rounding       | half-even, 2 decimals |
      | not applicable | drop and rescale      |
    # Which clause of which document each rule is based on. Certainty: confirmed if you read the document itself,
    # secondary if another document reports it, own reading if it is your own interpretation.
    And these bases
      | basis | instrument | clause | certainty |
      | guide | {instrument} | {clause} | {certainty} |
    # The facts that are asked. Ids are for machines, in small letters, digits and underscores; labels are for people.
    # Conditions may say either. Under evidence stand the kinds of paper with which alone a fact counts; blank, a declaration
    # suffices.
    And these facts
      | fact   | label                             | type   | unit  | one of                  | at least | at most | evidence    |
      | share  | share of renewable electricity    | number | %     |                         | 0        | 100     | bill, meter |
      | fines  | number of fines                   | number | times |                         | 0        |         |             |
      | system | management system                 | choice |       | certified, own, nothing |          |         | certificate |
    And the choices of management system
      | value     | words         |
      | certified | certified     |
      | own       | of one's own  |
      | nothing   | none at all   |
    # One whole and plausible subject. Each example changes a single thing of it.
    And this reference case
      | fact                           | value     |
      | share of renewable electricity | 60 %      |
      | number of fines                | 0 times   |
      | management system              | certified |

  Rule: Gates
    Background:
      # Gates score nothing and must be met. Several conditions, parted by ";", must all hold; for "or" write another row.
      Given these gates
        | id | gate      | requires                           | basis |
        | G1 | Few fines | number of fines is at most 1 time  | guide |

    # Examples prove the rules: given what changes, when evaluated as of which day, then what comes out. Both sides of
    # each edge need one.
    Scenario: one fine is allowed
      Given number of fines is 1 time
      When evaluated as of {day}
      Then gate G1 is met

    Scenario: two fines are one too many
      Given number of fines is 2 times
      When evaluated as of {day}
      Then gate G1 is not met
      And the conclusion is gate failed

  Rule: Points
    Background:
      # The points add up to the number in the sentence. The columns of bands say to which side an edge belongs; there is
      # neither gap nor overlap between bands.
      Given these sections
        | section | label | points |
        | use     | Use   | 70     |
        | care    | Care  | 30     |
      And these indicators worth 100 points
        | id | indicator             | section | points | basis |
        | I1 | Renewable electricity | use     | 70     | guide |
        | I2 | Management            | care    | 30     | guide |
      And indicator I1 scores share of renewable electricity in % as
        | at least | below | points |
        |          | 30    | 0      |
        | 30       | 80    | 40     |
        | 80       |       | 70     |
      And indicator I2 scores management system as
        | is        | points |
        | certified | 30     |
        | own       | 15     |
        | nothing   | 0      |

    Scenario Outline: bands begin at their lower end
      Given share of renewable electricity is <share> %
      When evaluated as of {day}
      Then indicator I1 scores <points>

      Examples:
        | share | points |
        | 29.99 | 0      |
        | 30    | 40     |
        | 79.99 | 40     |
        | 80    | 70     |

    Scenario Outline: the kinds of management
      Given management system is <system>
      When evaluated as of {day}
      Then indicator I2 scores <points>

      Examples:
        | system       | points |
        | certified    | 30     |
        | of one's own | 15     |
        | none at all  | 0      |

  Rule: Grades
    Background:
      # Read from the top; the first row that holds decides. What reaches no row has no grade.
      Given these grades
        | grade | at least | basis |
        | A     | 80       | guide |
        | B     | 50       | guide |
      And the grades are called
        | grade | words |
        | A     | good  |
        | B     | fair  |

    Scenario Outline: grades begin at their lower end
      Given supposing the total score is <score>
      When evaluated as of {day}
      Then the grade is <grade>

      Examples:
        | score | grade |
        | 80    | good  |
        | 79.99 | fair  |
        | 50    | fair  |
        | 49.99 | none  |
