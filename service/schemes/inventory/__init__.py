"""Company greenhouse gas inventory: answers on targets, electricity, credits, disclosure and grade."""
