/** The flows of ARCHITECTURE.md, each once over HTTP. */
package cn.diming.api.flows;
