package org.xiangpei.identity;

/**
 * Where a request comes from, to show a person the own sessions and to slow guessing down.
 *
 * @param address the network address
 * @param agent what the browser calls itself
 */
public record Client(String address, String agent) {

    private static final int LONGEST_AGENT = 200;

    public Client {
        agent = agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
    }
}
