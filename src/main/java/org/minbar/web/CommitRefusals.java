package org.minbar.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * What went wrong as late as at the commit. The server has a mapper of its own for these, nearer to them than ours for
 * everything, that answers with an empty page and writes no line about it.
 */
@Provider
@Priority(1)
@ApplicationScoped
public class CommitRefusals implements ExceptionMapper<TransactionalException> {

    @Inject
    private Refusals refusals;

    protected CommitRefusals() {}

    @Override
    public Response toResponse(TransactionalException thrown) {
        return refusals.toResponse(thrown);
    }
}
