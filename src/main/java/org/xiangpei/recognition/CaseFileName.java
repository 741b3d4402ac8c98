package org.xiangpei.recognition;

/** What a paper of a case is called by who sent it. */
public record CaseFileName(String id, String name) {}
