package org.xiangpei.shared.web;

/**
 * An answer that is small and asked for often: its JSON is made as a whole and handed over at once. What is written to a stream has its
 * thread wait until the last of it is on its way, which took a sixth of the time of a search.
 */
public interface WholeAnswer {}
