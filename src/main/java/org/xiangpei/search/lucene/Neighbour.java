package org.xiangpei.search.lucene;

/** @param similarity cosine of the angle between a question's meaning and that of a document */
record Neighbour(int document, double similarity) {}
