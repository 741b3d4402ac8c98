package org.xiangpei.registration;

/** A licence for who vets it. Never to be shown inside a page of ours. */
@SuppressWarnings("ArrayRecordComponent") // only handed on
public record LicenceFile(LicenceType type, byte[] content) {}
