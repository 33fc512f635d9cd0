"""How much has to be the same: shares of common words, weighted by how rare they are in the run.

They are tuned on text, with precision first; the bench of pairs shows what a change costs.
"""

from __future__ import annotations

#: Sentences so much alike are about one event, whatever else is known.
SAME_SENTENCE = 0.5


#: So much alike, they are when their stories are alike as well, or place or day is the same.
LIKE_SENTENCE = 0.25


#: Two stories with so much in common tell of one event.
LIKE_STORY = 0.22


#: What a person says is told apart by what is said: more of it must be the same.
SAME_SPEECH = 0.3


#: So much of the shorter sentence stands in a longer one that tells the same and more.
SAME_CORE = 0.6


#: Where both stories open with one earthquake, or one crash, so much in common is enough.
LIKE_STORY_OF_ONE = 0.1


#: Quotations that share so many of their words, whoever is named for them, are one utterance.
SAME_WORDS = 0.8


#: Quotations of one speaker that share so many of their words, in order, are one utterance.
SAME_WORDING = 0.66


#: "The fourth election" and "the first under the new law" are one: a rank needs more in common.
SAME_RANK = 0.7


#: A slot is the same only in a sentence that is nearly the same, with so many words shared.
SAME_SLOT = 0.8


LEAST_SHARED = 5


#: A figure that is so many times the other is another figure.
LARGEST_SLIP = 5.0


#: What a long quotation that stands in both stories adds.
QUOTE_BONUS = 0.15
