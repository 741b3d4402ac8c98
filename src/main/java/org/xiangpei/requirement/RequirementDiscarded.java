package org.xiangpei.requirement;

/**
 * A draft is about to be deleted; fired inside the transaction that does it. Who needs the draft refuses.
 *
 * @param code of the requirement
 */
public record RequirementDiscarded(String code) {}
